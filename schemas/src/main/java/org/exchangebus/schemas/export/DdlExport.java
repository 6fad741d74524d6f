package org.exchangebus.schemas.export;

import org.exchangebus.schemas.catalogue.RegistryDdl;
import org.exchangebus.schemas.catalogue.Resource;

/** The registry's table of a resource as a script for {@code psql}. */
final class DdlExport {

    private DdlExport() {}

    static String of(Resource resource) {
        return "-- " + resource.title() + " (" + resource.code()
                + "), as the hub's registry keeps it.\n"
                + "CREATE SCHEMA IF NOT EXISTS registry;\n"
                + RegistryDdl.createTable(resource);
    }
}
