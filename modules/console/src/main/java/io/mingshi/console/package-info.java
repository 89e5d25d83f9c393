/// The pages that people see: public complaint, ticket, label verification, consent, rules; queue and chain for staff.
///
/// Pages hold no data. The browser fetches everything from the same origin's `/api`, with the session of the login
/// where one is needed, so this module knows no other one and needs no database.
@NullMarked
package io.mingshi.console;

import org.jspecify.annotations.NullMarked;
