package io.mingshi.localstack.process;

/// Where a part is in its life.
public enum State {
    PREPARING,
    STARTING,
    READY,
    RESTARTING,
    FAILED,
    STOPPING,
    STOPPED
}
