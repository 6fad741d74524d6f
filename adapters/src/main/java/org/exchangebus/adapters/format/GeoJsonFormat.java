package org.exchangebus.adapters.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exchangebus.adapters.BlockReader;
import org.exchangebus.adapters.charset.PrivateUse;
import org.exchangebus.schemas.problem.Finding;

/**
 * GeoJSON (RFC 7946): each feature of one collection is a row of its declared properties and its geometry.
 *
 * <p>The standard means WGS 84; what a department's coordinates are in is declared, and compared where the file says
 * it itself in the {@code crs} member of before 2016. Coordinates pass as they are.
 */
final class GeoJsonFormat implements FileFormat {

    /** The field that holds the geometry, as compact GeoJSON text. */
    static final String GEOMETRY = "geometry";

    private final List<String> properties;
    private final String crs;
    private final PrivateUse privateUse;
    private final int badShare;

    GeoJsonFormat(List<String> properties, String crs, PrivateUse privateUse, int badShare) {
        this.properties = List.copyOf(properties);
        this.crs = crs;
        this.privateUse = privateUse;
        this.badShare = badShare;
    }

    @Override
    public List<String> fields() {
        return Stream.concat(properties.stream(), Stream.of(GEOMETRY)).toList();
    }

    @Override
    public FileCheck check(InputStream file, String place) throws IOException {
        InputStream in = file.markSupported() ? file : new BufferedInputStream(file);
        in.mark(512);
        Optional<String> other = Magic.of(in.readNBytes(512));
        in.reset();
        if (other.isPresent()) {
            return FileCheck.refused(Finding.of(place, FormatProblem.NOT_TEXT, other.get(), "GeoJSON"));
        }
        long rows = 0;
        long bad = 0;
        long firstBad = 0;
        try (FeatureStream features = new FeatureStream(in)) {
            while (features.next()) {
                rows++;
                if (features.refusal(properties, privateUse).isPresent()) {
                    bad++;
                    firstBad = firstBad == 0 ? rows : firstBad;
                }
            }
            Optional<String> stated = features.crs();
            if (stated.isPresent() && !isSame(stated.get())) {
                return FileCheck.refused(Finding.of(place, FormatProblem.OTHER_CRS, crs, stated.get()));
            }
        } catch (JsonProcessingException e) {
            String at =
                    place + ":" + (e.getLocation() == null ? 1 : e.getLocation().getLineNr());
            return FileCheck.refused(Finding.of(at, FormatProblem.NOT_GEOJSON, FeatureStream.reason(e)));
        }
        if (BadShare.isTooMuch(bad, rows, badShare)) {
            return FileCheck.refused(BadShare.finding(place, bad, rows, badShare, firstBad));
        }
        return new FileCheck(rows, bad, true, null);
    }

    @Override
    public BlockReader open(InputStream in, String place) throws IOException {
        return new GeoJsonReader(new FeatureStream(in), place, properties, fields(), privateUse);
    }

    private boolean isSame(String stated) {
        String code = stated.substring(stated.lastIndexOf(':') + 1);
        return stated.contains("EPSG") && crs.equals("EPSG:" + code);
    }
}
