package io.mingshi.contracts.event;

/// A fact that a module publishes; the module's name is the part of the topic after `mingshi.`.
///
/// Changes are additive only: a component may be added, never renamed, retyped or removed.
public sealed interface Event
        permits IdentityEvent,
                ConsentEvent,
                GovernanceEvent,
                ModerationEvent,
                GatewayEvent,
                ComplaintEvent,
                LabelingEvent,
                RecordsEvent {
    /// Whom or what the fact is about: the key on the topic, so that one subject's facts keep their order.
    String subject();
}
