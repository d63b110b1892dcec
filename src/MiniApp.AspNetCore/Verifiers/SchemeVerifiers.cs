using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>
/// The verifiers of schemes as services. They are scoped, though each is safe to share, so that the container refuses a singleton that would
/// keep one: it would go on with the keys of the day it was made.
/// </summary>
internal static class SchemeVerifiers
{
    public static void Add<TOptions, TVerifier>(IServiceCollection services, string scheme, Func<TOptions, TVerifier> getVerifier)
        where TOptions : class, new()
        where TVerifier : class
    {
        services.AddSingleton(new VerifierScheme<TVerifier>(scheme));
        services.AddKeyedScoped(scheme, (provider, _) => Find(provider, scheme, getVerifier));
        services.TryAddScoped(FindOnly<TVerifier>);
    }

    /// <exception cref="InvalidOperationException">The scheme's settings describe no such verifier.</exception>
    private static TVerifier Find<TOptions, TVerifier>(IServiceProvider request, string scheme, Func<TOptions, TVerifier> getVerifier)
        where TOptions : class, new()
    {
        // The request's snapshot: of a change that comes in its middle, all of its verifiers know, or none.
        var options = request.GetRequiredService<IOptionsSnapshot<TOptions>>().Get(scheme);
        try
        {
            return getVerifier(options);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException(SchemeFault.Describe(scheme, exception.Message), exception);
        }
    }

    /// <exception cref="InvalidOperationException">Several schemes have such a verifier.</exception>
    private static TVerifier FindOnly<TVerifier>(IServiceProvider request)
        where TVerifier : class
    {
        string[] schemes = [.. request.GetServices<VerifierScheme<TVerifier>>().Select(scheme => scheme.Name).Distinct(StringComparer.Ordinal)];

        return schemes is [var only] ? request.GetRequiredKeyedService<TVerifier>(only)
            : throw new InvalidOperationException(
                $"Several schemes have a {typeof(TVerifier).Name}: {string.Join(", ", schemes)}. Name one, such as by [FromKeyedServices(\"{schemes[0]}\")].");
    }
}
