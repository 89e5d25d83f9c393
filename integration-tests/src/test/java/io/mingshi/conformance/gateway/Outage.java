package io.mingshi.conformance.gateway;

/// How the moderation of a gateway is made to fail, and to work again.
interface Outage {
    /// There is no way to.
    Outage NONE = new Outage() {
        @Override
        public boolean possible() {
            return false;
        }

        @Override
        public void begin() {
            throw new IllegalStateException("nobody said how the moderation of this gateway is made to fail");
        }

        @Override
        public void end() {}
    };

    default boolean possible() {
        return true;
    }

    void begin();

    void end();
}
