Console.WriteLine("OpsGame Benchmarks");
