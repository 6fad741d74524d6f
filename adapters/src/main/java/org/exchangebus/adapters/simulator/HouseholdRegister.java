package org.exchangebus.adapters.simulator;

import jakarta.xml.ws.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.jaxws.EndpointImpl;

/**
 * The police's household register: a SOAP 1.1 service of CXF with its WSDL at {@code ?wsdl}.
 *
 * <p>Its habits: user and password as business arguments, a result code instead of a fault, the result one string of
 * escaped XML that calls itself GBK, tags of pinyin initials, old identity numbers, full-width digits, padded names,
 * sexes as 男 and as 1, 19000101 for no date. How far time has passed is kept in a file, so that a restart goes on.
 */
public final class HouseholdRegister implements Simulator {

    static final String USER = "bus";

    private static final int FIRST_FILL = 320;
    private static final int EVERY_BAD = 25;
    private static final int FIRST_BAD = 9;

    private final Path state;
    private final long seed;
    private final String password;
    private final List<Resident> residents = new ArrayList<>();
    private final Bus bus;
    private final Endpoint endpoint;
    private final int port;
    private int ticks;

    private HouseholdRegister(Path dataDirectory, long seed) throws IOException {
        this.seed = seed;
        state = dataDirectory.resolve("ticks");
        password = Passwords.kept(dataDirectory, "service");
        MadeUp madeUp = new MadeUp(seed);
        for (int number = 1; number <= FIRST_FILL; number++) {
            residents.add(Resident.of(number, number % EVERY_BAD != FIRST_BAD, madeUp));
        }
        int passed =
                Files.exists(state) ? Integer.parseInt(Files.readString(state).strip()) : 0;
        for (int i = 0; i < passed; i++) {
            pass();
        }
        port = FreePort.find();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // CXF looks for its parts with the thread's loader, which in a packed application is not ours everywhere.
        thread.setContextClassLoader(HouseholdRegister.class.getClassLoader());
        try {
            bus = BusFactory.newInstance().createBus();
            endpoint = new EndpointImpl(bus, new HouseholdService(this));
            endpoint.publish("http://127.0.0.1:" + port + "/household");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Starts the service on a free port; password and passed time of an earlier start are found again. */
    public static HouseholdRegister start(Path dataDirectory, long seed) throws IOException {
        Files.createDirectories(dataDirectory);
        return new HouseholdRegister(dataDirectory, seed);
    }

    @Override
    public String system() {
        return "household-register";
    }

    @Override
    public Map<String, String> addresses() {
        return Map.of("household-register.address", "http://127.0.0.1:" + port + "/household");
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("household-register.password", password);
    }

    @Override
    public String invitation() {
        return "Household register (SOAP): http://127.0.0.1:%d/household?wsdl, strUserName %s, strUserPwd %s"
                .formatted(port, USER, password);
    }

    @Override
    public synchronized List<Expected> expected() {
        long good = residents.stream().filter(Resident::isGood).count();
        return List.of(new Expected("person", good, residents.size() - good));
    }

    /** One new resident, one who moved, and every fourth time one who is bad. */
    @Override
    public synchronized void tick() {
        pass();
        try {
            Files.writeString(state, Integer.toString(ticks));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        endpoint.stop();
        bus.shutdown(true);
    }

    boolean knows(String user, String given) {
        return USER.equals(user) && password.equals(given);
    }

    /** A page of what the register holds, with the number of all. */
    synchronized HouseholdPage page(int page, int size) {
        int from = Math.min(residents.size(), (page - 1) * size);
        int to = Math.min(residents.size(), from + size);
        return new HouseholdPage(residents.size(), List.copyOf(residents.subList(from, to)));
    }

    private void pass() {
        ticks++;
        int number = residents.size() + 1;
        MadeUp madeUp = new MadeUp(seed + 31L * number);
        residents.add(Resident.of(number, true, madeUp));
        if (ticks % 4 == 0) {
            residents.add(Resident.of(number + 1L, false, madeUp));
        }
        residents.get(ticks * 2 % FIRST_FILL).tags().put("HJDZ", madeUp.address());
    }
}
