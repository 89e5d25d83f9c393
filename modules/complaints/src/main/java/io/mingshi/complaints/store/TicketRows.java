package io.mingshi.complaints.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.complaints.Appeal;
import io.mingshi.complaints.Filing;
import io.mingshi.complaints.Ticket;
import io.mingshi.complaints.Tickets;
import io.mingshi.contracts.PersonId;
import io.mingshi.servicekit.crypto.PersonKeys;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tickets in the database.
@Singleton
class TicketRows implements Tickets {
    private static final String CONTEXT = "complaints.contact";

    private final PersonKeys keys;

    TicketRows(ComplaintsKeys keys) {
        this.keys = keys;
    }

    @Override
    public void add(Ticket.Open ticket, String secretHash, Optional<String> contact) {
        Filing filing = ticket.filing();
        var row = new TicketRow();
        row.number = filing.number();
        row.secretHash = secretHash;
        row.work = filing.work() == null ? null : filing.work().value();
        row.foundBy = filing.foundBy();
        row.link = filing.link();
        row.fileHash = filing.fileHash();
        row.resultLimit = filing.limit();
        row.reason = filing.reason();
        row.contact = contact.map(text -> keys.encrypt(complainant(filing.number()), CONTEXT, text.getBytes(UTF_8)))
                .orElse(null);
        row.filedAt = filing.filedAt();
        row.due = filing.due();
        Appeal appeal = filing.appeal();
        if (appeal != null) {
            row.appeal = appeal.statement();
            row.appellant = appeal.person().value();
            row.decider = appeal.decidedBy().value();
            PersonId second = appeal.second();
            row.secondDecider = second == null ? null : second.value();
        }
        row.persist();
    }

    @Override
    public Optional<Ticket> bySecret(String secretHash) {
        return TicketRow.<TicketRow>find("secretHash", secretHash)
                .firstResultOptional()
                .map(TicketRow::ticket);
    }

    @Override
    public Optional<Ticket> lock(String number) {
        return TicketRow.<TicketRow>findByIdOptional(number, LockModeType.PESSIMISTIC_WRITE)
                .map(TicketRow::ticket);
    }

    @Override
    public void resolve(Ticket.Resolved ticket) {
        TicketRow row = TicketRow.findById(ticket.filing().number());
        row.result = ticket.result();
        row.upheld = ticket.upheld();
        row.takedown = ticket.takedown();
        row.officer = ticket.officer().value();
        row.resolvedAt = ticket.resolvedAt();
    }

    @Override
    public List<Waiting> open(int limit) {
        return TicketRow.<TicketRow>find("resolvedAt is null", Sort.by("due").and("number")).page(0, limit).stream()
                .map(row -> new Waiting(new Ticket.Open(row.filing()), contact(row)))
                .toList();
    }

    @Override
    public boolean appealWaits(String statement) {
        return TicketRow.count("appeal = ?1 and resolvedAt is null", statement) > 0;
    }

    @Override
    public List<Ticket> appealsOf(PersonId person, int limit) {
        return TicketRow.<TicketRow>find("appellant = ?1 order by filedAt desc", person.value()).page(0, limit).stream()
                .map(TicketRow::ticket)
                .toList();
    }

    @Override
    public long overdue(Instant now) {
        return TicketRow.count("resolvedAt is null and due < ?1", now);
    }

    private Optional<String> contact(TicketRow row) {
        byte[] encrypted = row.contact;
        return encrypted == null
                ? Optional.empty()
                : keys.decrypt(complainant(row.number), CONTEXT, encrypted).map(text -> new String(text, UTF_8));
    }

    /// Nobody knows who complains, so each ticket has a key of its own.
    private static PersonId complainant(String number) {
        return new PersonId(number);
    }
}
