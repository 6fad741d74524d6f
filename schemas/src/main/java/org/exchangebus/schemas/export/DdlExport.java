package org.exchangebus.schemas.export;

import org.exchangebus.schemas.catalogue.RegistryDdl;
import org.exchangebus.schemas.catalogue.Resource;

/** The registry's table of a resource as a script for {@code psql}. */
final class DdlExport {

    private DdlExport() {}

    static String of(Resource resource) {
        return "-- " + resource.title().replaceAll("\\p{Cntrl}|[\\u0085\\u2028\\u2029]", " ") + " (" + resource.code()
                + "), as the hub's registry keeps it.\n"
                + "CREATE SCHEMA IF NOT EXISTS registry;\n"
                + RegistryDdl.createTable(resource);
    }
}
