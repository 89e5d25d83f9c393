package io.mingshi.servicekit.event;

import io.mingshi.contracts.event.IdentityEvent.SessionsEnded;
import io.mingshi.servicekit.caller.EndedSessions;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// Hears in every process, not once for all, whose sessions were ended at the login.
///
/// Nothing is committed: a process that starts reads what was told within the life of a token.
@ApplicationScoped
class SessionEndings {
    private static final Logger LOG = Logger.getLogger(SessionEndings.class);

    private final EventCodec codec;
    private final EndedSessions sessions;

    SessionEndings(EventCodec codec, EndedSessions sessions) {
        this.codec = codec;
        this.sessions = sessions;
    }

    @Incoming("servicekit-sessions")
    void on(String cloudEvent) {
        try {
            codec.decode(cloudEvent).event().ifPresent(event -> {
                if (event instanceof SessionsEnded ended) {
                    sessions.end(ended.person(), ended.at());
                }
            });
        } catch (MalformedEventException e) {
            // whoever keeps the facts of identity buries it; here nothing can be learned from it
            LOG.warn("a message on the topic of identity cannot be read", e);
        }
    }
}
