package io.mingshi.governance;

/// What an installation is for; `mingshi.profile` says it.
enum Profile {
    PRODUCTION,
    OTHER;

    static Profile of(String name) {
        return name.equalsIgnoreCase("production") ? PRODUCTION : OTHER;
    }
}
