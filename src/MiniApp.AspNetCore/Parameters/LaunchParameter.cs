namespace MiniApp.AspNetCore;

/// <summary>A launch that the code behind an endpoint takes: as a parameter, as a property, or in a constructor.</summary>
/// <param name="Launch">The type of the launch.</param>
/// <param name="IsRequired">Whether the code can't do without it.</param>
/// <param name="HttpMethod">The method of the requests that it is taken for; <see langword="null"/>: of all.</param>
internal sealed record LaunchParameter(Type Launch, bool IsRequired, string? HttpMethod = null)
{
    public bool IsRequiredFor(string httpMethod) =>
        IsRequired && (HttpMethod is null || HttpMethod.Equals(httpMethod, StringComparison.OrdinalIgnoreCase));
}
