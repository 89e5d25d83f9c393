package io.mingshi.moderation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.bank.Bank;
import io.mingshi.moderation.bank.Banks;
import io.mingshi.moderation.bank.Purpose;
import io.mingshi.moderation.bank.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredBanks implements Banks {
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void keep(Bank bank) {
        var row = new BankRow();
        row.id = bank.id();
        row.name = bank.name();
        row.purpose = bank.purpose().name();
        row.items = written(bank.questions());
        row.hash = bank.hash();
        row.importedBy = bank.importedBy().value();
        row.importedAt = bank.importedAt();
        row.persist();
    }

    @Override
    public Optional<Bank> find(String id) {
        return BankRow.<BankRow>findByIdOptional(id).map(this::bank);
    }

    @Override
    public List<Bank> all(int limit) {
        return BankRow.<BankRow>find("order by id desc").page(0, limit).stream()
                .map(this::bank)
                .toList();
    }

    private Bank bank(BankRow row) {
        return new Bank(
                row.id,
                row.name,
                Purpose.valueOf(row.purpose),
                read(row.items),
                row.hash,
                new PersonId(row.importedBy),
                row.importedAt);
    }

    private String written(List<Question> questions) {
        try {
            return json.writeValueAsString(questions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings are always JSON", e);
        }
    }

    private List<Question> read(String items) {
        try {
            return json.readValue(items, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written here is JSON", e);
        }
    }
}
