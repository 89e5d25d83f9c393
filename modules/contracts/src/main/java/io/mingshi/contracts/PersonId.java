package io.mingshi.contracts;

/// The pseudonym of a person: the subject of the login, never a name or a number.
public record PersonId(String value) {
    public PersonId {
        Identifier.checked("person id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
