package org.exchangebus.adapters.file;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a server says is in a directory.
 *
 * @param files the plain files, by name
 * @param refused names that are not one plain segment, made harmless for people; no command was sent with them
 */
record Listing(Map<String, RemoteFile> files, List<String> refused) {

    static Listing of(List<RemoteFile> met) {
        Map<String, RemoteFile> files = met.stream()
                .filter(file -> RemoteFile.isPlainSegment(file.name()))
                .collect(Collectors.toMap(RemoteFile::name, Function.identity(), (a, b) -> b));
        List<String> refused = met.stream()
                .map(RemoteFile::name)
                .filter(name -> !RemoteFile.isPlainSegment(name))
                .map(name -> name.replaceAll("[\\p{Cntrl}\uFFFD]", "?"))
                .sorted()
                .toList();
        return new Listing(files, refused);
    }
}
