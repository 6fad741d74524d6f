/**
 * The catalogue: resources with their items, rules and checks, and what is made from them. Everybody may depend on it.
 *
 * <p>Two versions of a resource are compared by {@link org.exchangebus.schemas.catalogue.Compatibility#between}:
 * <pre>{@code
 * for (Change change : Compatibility.between(older, newer)) {   // the worst first
 *     change.severity();                        // BREAKING, WARNING or HARMLESS
 *     change.where();                           // "person/name", or "person"
 *     change.text(locale);                      // what is different
 *     for (Effect effect : change.effects()) {  // at most one for each party
 *         effect.party();                       // PROVIDER, HUB or SUBSCRIBER, each with a title(locale)
 *         effect.severity();
 *         change.text(effect, locale);          // what it means and what to do
 *     }
 * }
 * }</pre>
 */
@NullMarked
package org.exchangebus.schemas.catalogue;

import org.jspecify.annotations.NullMarked;
