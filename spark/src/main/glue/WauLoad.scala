// The script of the Glue job (--class WauLoad, --job-language scala). All else is in the jar: docs/glue.md.
object WauLoad {
  def main(arguments: Array[String]): Unit = dev.wau.spark.LoadSparkJob.main(arguments)
}
