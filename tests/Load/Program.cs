Console.WriteLine("OpsGame Load");
