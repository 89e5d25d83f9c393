/// The question to `consent`: may this person's face or voice be edited?
@NullMarked
package io.mingshi.contracts.consent;

import org.jspecify.annotations.NullMarked;
