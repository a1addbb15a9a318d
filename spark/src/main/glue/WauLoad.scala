// The script of the Glue job: --job-language scala, --class GlueApp. All else is in the jar: docs/glue.md.
object GlueApp {
  def main(sysArgs: Array[String]): Unit = dev.wau.spark.LoadSparkJob.main(sysArgs)
}
