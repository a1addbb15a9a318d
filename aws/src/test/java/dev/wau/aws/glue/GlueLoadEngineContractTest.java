package dev.wau.aws.glue;

import dev.wau.testing.trigger.LoadEngineContract;
import dev.wau.trigger.LoadEngine;
import org.junit.jupiter.api.AfterEach;

class GlueLoadEngineContractTest extends LoadEngineContract {

    private final GlueSetting setting = new GlueSetting();

    @Override
    protected LoadEngine engine(Runnable body) {
        return setting.engine(arguments -> body.run());
    }

    @AfterEach
    void close() {
        setting.close();
    }
}
