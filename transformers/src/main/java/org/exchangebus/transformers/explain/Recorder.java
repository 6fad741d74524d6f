package org.exchangebus.transformers.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.masking.Masking;
import org.exchangebus.transformers.mapping.Spot;
import org.exchangebus.transformers.mapping.Watch;

/** Writes down the work on one row, and learns while compiling which fields personal items come from. */
final class Recorder implements Watch {

    private record Open(Spot spot, List<Trace> parts) {}

    private final Resource resource;
    private final Map<String, Masking> masks = new HashMap<>();
    private final Deque<Spot> entered = new ArrayDeque<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private List<Trace> done = new ArrayList<>();

    Recorder(Resource resource) {
        this.resource = resource;
    }

    /** How each field is masked that a personal item comes from. */
    Map<String, Masking> masks() {
        return masks;
    }

    /** What was done since this was asked last, outermost pieces. */
    List<Trace> take() {
        List<Trace> taken = done;
        done = new ArrayList<>();
        return taken;
    }

    @Override
    public void enters(Spot spot) {
        entered.addLast(spot);
    }

    @Override
    public void reads(String field) {
        Spot item = entered.getFirst();
        int position = item.kind() == Spot.Kind.ITEM ? resource.position(String.valueOf(item.name())) : -1;
        Masking masking = position < 0 ? null : resource.items().get(position).masking();
        if (masking != null) {
            masks.merge(field, masking, (one, other) -> one == other ? one : Masking.WHOLE);
        }
    }

    @Override
    public void leaves(Spot spot) {
        entered.removeLast();
    }

    @Override
    public void begins(Spot spot) {
        open.addLast(new Open(spot, new ArrayList<>()));
    }

    @Override
    public void ends(Spot spot, Outcome outcome) {
        Open ended = open.removeLast();
        List<Trace> around = open.isEmpty() ? done : open.getLast().parts();
        around.add(new Trace(spot, outcome, ended.parts()));
    }
}
