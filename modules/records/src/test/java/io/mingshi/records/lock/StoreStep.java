package io.mingshi.records.lock;

/// What can be asked of an object store, in the order of one visit.
enum StoreStep {
    MAKE_BUCKET(Offer.OBJECTS, Duty.DO, StoreVisit::makeBucket),
    PUT(Offer.OBJECTS, Duty.DO, StoreVisit::put),
    STAT(Offer.OBJECTS, Duty.DO, StoreVisit::stat),
    GET(Offer.OBJECTS, Duty.DO, StoreVisit::get),
    GET_RANGE(Offer.OBJECTS, Duty.DO, StoreVisit::getRange),
    PUT_IN_PARTS(Offer.OBJECTS, Duty.DO, StoreVisit::putInParts),
    GET_WHAT_WAS_PUT_IN_PARTS(Offer.OBJECTS, Duty.DO, StoreVisit::getWhatWasPutInParts),
    LIST(Offer.OBJECTS, Duty.DO, StoreVisit::list),
    GET_BY_PRESIGNED_ADDRESS(Offer.OBJECTS, Duty.DO, StoreVisit::getByPresignedAddress),
    PUT_BY_PRESIGNED_ADDRESS(Offer.OBJECTS, Duty.DO, StoreVisit::putByPresignedAddress),
    GET_WITHOUT_CREDENTIALS(Offer.OBJECTS, Duty.DO, StoreVisit::getWithoutCredentials),
    PUT_WITH_WRONG_SECRET(Offer.OBJECTS, Duty.REFUSE, StoreVisit::putWithWrongSecret),
    TAG(Offer.TAGS, Duty.DO, StoreVisit::tag),
    ENABLE_VERSIONS(Offer.VERSIONS, Duty.DO, StoreVisit::enableVersions),
    KEEP_TWO_VERSIONS(Offer.VERSIONS, Duty.DO, StoreVisit::keepTwoVersions),
    MAKE_BUCKET_WITH_LOCK(Offer.LOCK, Duty.DO, StoreVisit::makeBucketWithLock),
    PUT_UNDER_RETENTION(Offer.LOCK, Duty.DO, StoreVisit::putUnderRetention),
    READ_RETENTION(Offer.LOCK, Duty.DO, StoreVisit::readRetention),
    DELETE_RETAINED(Offer.LOCK, Duty.REFUSE, StoreVisit::deleteRetained),
    DELETE_RETAINED_WITH_BYPASS(Offer.LOCK, Duty.REFUSE, StoreVisit::deleteRetainedWithBypass),
    SHORTEN_RETENTION(Offer.LOCK, Duty.REFUSE, StoreVisit::shortenRetention),
    OVERWRITE_RETAINED(Offer.LOCK, Duty.DO, StoreVisit::overwriteRetained),
    READ_RETAINED_AFTER_OVERWRITING(Offer.LOCK, Duty.DO, StoreVisit::readRetainedAfterOverwriting),
    DELETE_WITHOUT_VERSION(Offer.LOCK, Duty.DO, StoreVisit::deleteWithoutVersion),
    HOLD(Offer.LOCK, Duty.DO, StoreVisit::hold),
    DELETE_HELD(Offer.LOCK, Duty.REFUSE, StoreVisit::deleteHeld),
    RETAIN_BY_DEFAULT(Offer.LOCK, Duty.DO, StoreVisit::retainByDefault),
    DELETE_RETAINED_BY_DEFAULT(Offer.LOCK, Duty.REFUSE, StoreVisit::deleteRetainedByDefault),
    REMOVE_BUCKET_WITH_LOCK(Offer.LOCK, Duty.REFUSE, StoreVisit::removeBucketWithLock);

    final Offer needs;
    final Duty duty;
    private final Deed deed;

    StoreStep(Offer needs, Duty duty, Deed deed) {
        this.needs = needs;
        this.duty = duty;
        this.deed = deed;
    }

    void take(StoreVisit visit) throws Exception {
        deed.in(visit);
    }

    /// What a store may have or not have.
    enum Offer {
        OBJECTS,
        TAGS,
        VERSIONS,
        LOCK
    }

    /// What a store that offers it must do.
    enum Duty {
        DO,
        REFUSE
    }

    /// One thing done during a visit.
    private interface Deed {
        void in(StoreVisit visit) throws Exception;
    }
}
