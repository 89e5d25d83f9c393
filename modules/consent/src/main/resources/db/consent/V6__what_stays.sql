-- A withdrawal is never taken back, and a link never changes its owner, whatever a program does.
create function consent_answer_stays() returns trigger language plpgsql as $$
begin
    if old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at then
        raise exception 'the consent % was withdrawn, which stays', old.id;
    end if;
    if old.bound_to is not null and new.bound_to is distinct from old.bound_to then
        raise exception 'the link of the consent % belongs to somebody else', old.id;
    end if;
    return new;
end
$$;
create trigger consent_answer_stays before update on consent for each row execute function consent_answer_stays();

-- An officer who confirms a guardian confirms that one, and nobody who came later.
alter table manual_check add column guardian text;
