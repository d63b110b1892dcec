using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>The handler of a platform whose launches are init data. Which claims they make is the platform's own.</summary>
/// <typeparam name="TOptions">The platform's options.</typeparam>
/// <typeparam name="TInitData">The platform's init data.</typeparam>
/// <param name="options">The schemes' options.</param>
/// <param name="logger">Makes the handler's log.</param>
/// <param name="encoder">The encoder that every handler of the framework is given.</param>
public abstract class InitDataMiniAppHandler<TOptions, TInitData>(
    IOptionsMonitor<TOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : MiniAppHandler<TOptions, TInitData>(options, logger, encoder)
    where TOptions : InitDataMiniAppOptions<TInitData>, new()
    where TInitData : InitData
{
    /// <inheritdoc/>
    // The platforms give a page no init data where nobody can be told apart: then the page has no credentials, and sends an empty text.
    protected sealed override bool IsAbsent(ReadOnlySpan<char> token) => token.IsEmpty;

    /// <inheritdoc/>
    protected sealed override bool TryVerify(
        ReadOnlySpan<char> token, [NotNullWhen(true)] out TInitData? launch, [NotNullWhen(false)] out MiniAppException? failure)
    {
        var answer = Options.Verifier.Verify(token);

        launch = answer.InitData;
        failure = answer.Succeeded ? null : InitDataFailures.All[answer.Failure];
        return answer.Succeeded;
    }
}
