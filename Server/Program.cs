Console.WriteLine("OpsGame");
