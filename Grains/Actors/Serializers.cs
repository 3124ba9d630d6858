using OpsGame.Simulation.Estates;

// Simulation knows the serialization attributes only; the serializers of its records are generated here.
[assembly: GenerateCodeForDeclaringAssembly(typeof(World))]
