package io.mingshi.records.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.records.lock.StoreStep.Duty;
import io.mingshi.records.lock.StoreStep.Offer;
import io.minio.errors.ErrorResponseException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same visit to two stores: one that locks, and the one of the local stack, which does not and says so.
class ObjectLockStoreTest {
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Ceph {
        private final StoreVisit visit = new StoreVisit(CephRgw.address(), true);

        @ParameterizedTest
        @EnumSource(StoreStep.class)
        void doesItsDuty(StoreStep step) throws Exception {
            check(step, visit);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class LocalStore {
        /// Steps that ask for what the store does not have, and are told so.
        private static final Set<StoreStep> NOT_OFFERED = EnumSet.of(
                StoreStep.TAG,
                StoreStep.ENABLE_VERSIONS,
                StoreStep.MAKE_BUCKET_WITH_LOCK,
                StoreStep.PUT_UNDER_RETENTION,
                StoreStep.READ_RETENTION,
                StoreStep.DELETE_RETAINED_WITH_BYPASS,
                StoreStep.SHORTEN_RETENTION,
                StoreStep.HOLD,
                StoreStep.RETAIN_BY_DEFAULT);

        /// Steps that must be refused, and are not: the reason why nobody may believe that this store locks.
        private static final Set<StoreStep> GIVES_WAY =
                EnumSet.of(StoreStep.DELETE_RETAINED, StoreStep.DELETE_HELD, StoreStep.DELETE_RETAINED_BY_DEFAULT);

        private final StoreVisit visit = new StoreVisit(LocalObjectStore.address(), false);

        @ParameterizedTest
        @EnumSource(StoreStep.class)
        void doesWhatItOffersAndSaysWhatItDoesNot(StoreStep step) throws Exception {
            if (step.needs == Offer.OBJECTS) {
                check(step, visit);
            } else if (NOT_OFFERED.contains(step)) {
                assertThatThrownBy(() -> step.take(visit))
                        .isInstanceOfSatisfying(
                                ErrorResponseException.class,
                                answer -> assertThat(answer.response().code()).isEqualTo(501));
            } else if (GIVES_WAY.contains(step)) {
                step.take(visit);
            } else {
                assertThatThrownBy(() -> step.take(visit))
                        .isInstanceOfAny(AssertionError.class, ErrorResponseException.class);
            }
        }
    }

    private static void check(StoreStep step, StoreVisit visit) throws Exception {
        if (step.duty == Duty.DO) {
            step.take(visit);
            return;
        }
        assertThatThrownBy(() -> step.take(visit))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        answer -> assertThat(answer.response().code()).isBetween(400, 499));
    }
}
