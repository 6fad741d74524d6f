package org.exchangebus.transformers.mapping;

import java.util.List;

/** Says which fields the source of a mapping has; the adapters know. */
@FunctionalInterface
public interface FieldsOf {

    /** The fields in the order of the cells; empty where no source of the system uses the mapping. */
    List<String> fields(String system, String mapping);
}
