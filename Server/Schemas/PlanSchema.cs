using System.Text.Json.Nodes;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Schemas;

/// <summary>The schema of plans: the format's keys, and for each action the arguments the catalogue gives it.</summary>
internal static class PlanSchema
{
    public static JsonObject Of(FileFormat format)
    {
        var schema = SchemaWriter.Of(format);
        schema["properties"]!["steps"]!["items"]!["anyOf"] = new JsonArray(
            [.. ActionCatalogue.Distinct.Where(spec => !spec.InstructorOnly).Select(ArgsOf)]);
        return schema;
    }

    private static JsonObject ArgsOf(ActionSpec spec)
    {
        var args = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = new JsonObject() };
        foreach (var parameter in spec.Parameters) args["properties"]![parameter.Name] = Argument(parameter);
        var needed = spec.Parameters.Where(parameter => parameter.Initial.Length == 0)
            .Select(parameter => (JsonNode)parameter.Name).ToArray();
        var step = new JsonObject
        {
            ["title"] = spec.Id,
            ["properties"] =
                new JsonObject { ["action"] = new JsonObject { ["enum"] = new JsonArray(spec.Id) }, ["args"] = args },
        };
        if (needed.Length == 0) return step;
        args["required"] = new JsonArray(needed);
        step["required"] = new JsonArray("args");
        return step;
    }

    private static JsonObject Argument(ParameterSpec parameter) => parameter.Kind.Shape switch
    {
        ParameterShape.Number => new JsonObject
        {
            ["type"] = parameter.Whole ? "integer" : "number", ["minimum"] = parameter.Min, ["maximum"] = parameter.Max },
        ParameterShape.Flag => new JsonObject { ["type"] = "boolean" },
        ParameterShape.Choice =>
            new JsonObject { ["enum"] = new JsonArray([.. parameter.Choices.Select(choice => (JsonNode)choice)]) },
        ParameterShape.Text => new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = parameter.Max },
        ParameterShape.Notation => new JsonObject { ["type"] = "string", ["pattern"] = parameter.Kind.Pattern },
        ParameterShape.Duration => new JsonObject { ["type"] = new JsonArray("string", "number") },
        _ => new JsonObject { ["type"] = "string" },
    };
}
