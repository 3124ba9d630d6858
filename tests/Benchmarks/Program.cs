using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using OpsGame.Benchmarks;

// in this process: nothing is built or restored while measuring
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(10);
var config = new ManualConfig()
    .AddJob(job)
    .AddLogger(ConsoleLogger.Default)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddColumn(StatisticColumn.Min, StatisticColumn.OperationsPerSecond)
    .WithOptions(ConfigOptions.DisableOptimizationsValidator);
if (args is ["memory"])
{
    MemoryTable.Print();
    return;
}

if (args is ["live", ..])
{
    await LiveTable.Print(args[1..]);
    return;
}

if (args is ["wire"])
{
    WireTable.Print();
    return;
}

if (args is ["ticks"])
{
    TickTable.Print();
    return;
}

BenchmarkSwitcher.FromTypes([typeof(EngineBenchmarks), typeof(ScaleBenchmarks), typeof(TickBenchmarks), typeof(DrillBenchmarks)])
    .Run(args.Length == 0 ? ["--filter", "*", "--join"] : args, config);
if (args.Length == 0) MemoryTable.Print();
