using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MiniApp.AspNetCore;

/// <summary>Finds a launch in a form, which is then the request's for whoever asks for it.</summary>
internal static class LaunchBodyForm
{
    private static readonly FormOptions Limits = new();

    /// <exception cref="IOException">A form of several parts ends early.</exception>
    public static async ValueTask<BodyToken> ReadAsync(HttpRequest request, string name)
    {
        var feature = new FormFeature(request, Limits);
        try
        {
            var form = await feature.ReadFormAsync(request.HttpContext.RequestAborted);
            request.HttpContext.Features.Set<IFormFeature>(feature);

            // A form takes names that differ in case alone for one, and goes by the spelling of the first.
            return form[name] switch
            {
                { Count: > 1 } => BodyToken.Twice(name),
                [var token] when form.Keys.Contains(name, StringComparer.Ordinal) => new(token),
                _ => BodyToken.None,
            };
        }
        catch (InvalidDataException)
        {
            return BodyToken.Bad("The body must be a form.");
        }
    }
}
