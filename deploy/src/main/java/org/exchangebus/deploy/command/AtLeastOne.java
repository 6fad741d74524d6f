package org.exchangebus.deploy.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of things to show: none, or fewer than none, is wrong use. */
final class AtLeastOne implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw new TypeConversionException("'" + text + "' is less than 1");
        }
        return number;
    }
}
