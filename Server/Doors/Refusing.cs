using OpsGame.Server.Texts;
using OpsGame.Simulation.Ticks;
using Refusal = OpsGame.Server.Wire.Refusal;

namespace OpsGame.Server.Doors;

/// <summary>No, over HTTP: the code and the text that a call of the hub would have got.</summary>
internal sealed class Refusing(RefusalCode code, int status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        var texts = httpContext.RequestServices.GetRequiredService<TextCatalogue>();
        return httpContext.Response.WriteAsJsonAsync(new Refusal(code.Name, texts.Of(code.Name)), httpContext.RequestAborted);
    }
}
