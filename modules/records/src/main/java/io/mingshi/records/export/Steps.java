package io.mingshi.records.export;

import jakarta.inject.Singleton;

/// The steps of an export in their order.
@Singleton
class Steps {
    private final PlanExport planning;
    private final MakeParts parts;
    private final AssembleExport assembling;

    Steps(PlanExport planning, MakeParts parts, AssembleExport assembling) {
        this.planning = planning;
        this.parts = parts;
        this.assembling = assembling;
    }

    PlanExport planning() {
        return planning;
    }

    MakeParts parts() {
        return parts;
    }

    AssembleExport assembling() {
        return assembling;
    }
}
