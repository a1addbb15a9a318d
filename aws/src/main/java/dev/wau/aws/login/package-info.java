/** Users and passwords of databases, as AWS gives them: from Secrets Manager, and from Redshift Serverless by IAM. */
@NullMarked
package dev.wau.aws.login;

import org.jspecify.annotations.NullMarked;
