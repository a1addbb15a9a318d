package dev.wau.cli.stage;

import dev.wau.aws.login.DatabaseLogin;
import dev.wau.aws.login.RememberedLogin;
import dev.wau.warehouse.Login;
import dev.wau.warehouse.LoginSource;

/** A login to the warehouse that AWS gives. Thread-safe. */
record AwsLogin(RememberedLogin remembered) implements LoginSource {

    @Override
    public Login login() {
        DatabaseLogin given = remembered.login();
        return new Login(given.user(), given.password());
    }

    @Override
    public void refused(Login login) {
        remembered.forget(login.password());
    }
}
