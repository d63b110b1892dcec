using System.Collections.Immutable;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using MiniApp.AspNetCore;

namespace MiniApp.Testing;

/// <summary>
/// A launch to test with, good or bad: what the platform is to say, and what is to be wrong with it. It is not a token yet: one is
/// made from it with the settings of a scheme of the host under test, and by that scheme's clock. It never changes: every method makes
/// another launch, so one may serve many tests.
/// </summary>
/// <typeparam name="TLaunch">The platform's kind of launch.</typeparam>
/// <typeparam name="TOptions">The options of the platform's schemes.</typeparam>
public abstract class TestLaunch<TLaunch, TOptions>
    where TLaunch : TestLaunch<TLaunch, TOptions>
    where TOptions : MiniAppOptions, new()
{
    /// <summary>Far enough for a test on the system's clock not to be overtaken by it.</summary>
    private const int SecondsAhead = 60;

    private readonly bool _isDatedByTheTest;
    private Func<TOptions, long> _ageInSeconds = _ => 0;
    private ImmutableArray<Func<string, string>> _changes = [];

    private protected TestLaunch(DateTimeOffset? date) => _isDatedByTheTest = date is not null;

    /// <summary>Refused because it is too old: signed one second longer ago than the scheme's lifetime allows.</summary>
    /// <exception cref="InvalidOperationException">The launch names its time itself.</exception>
    public TLaunch Expired() => Dated(options => Seconds(options.Lifetime) + 1);

    /// <summary>Refused because it comes from the future: dated a minute further ahead than the scheme's clock skew allows.</summary>
    /// <inheritdoc cref="Expired"/>
    public TLaunch DatedAhead() => Dated(options => -Seconds(options.ClockSkew) - SecondsAhead);

    /// <summary>Signed that long before the token is made; good for as long as the scheme's lifetime is.</summary>
    /// <param name="age">The age, of which whole seconds count; one below zero dates the launch ahead.</param>
    /// <inheritdoc cref="Expired"/>
    public TLaunch Aged(TimeSpan age) => Dated(_ => Seconds(age));

    /// <summary>Refused because its signature is made with a key that the scheme does not know.</summary>
    public abstract TLaunch Forged();

    /// <summary>
    /// Refused because a signed parameter was changed after signing, or added where it is not there. VK signs those alone that begin with
    /// <c>vk_</c>: a launch with another one more is accepted.
    /// </summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">What it says instead.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public TLaunch Tampered(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);

        return Changed(query => SignedQuery.Set(query, name, value));
    }

    /// <summary>Refused because a parameter is there twice.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public TLaunch Duplicated(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);

        return Changed(query => SignedQuery.Repeat(query, name));
    }

    /// <summary>Refused because a parameter was taken out after signing.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public TLaunch Without(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);

        return Changed(query => SignedQuery.Remove(query, name));
    }

    /// <summary>Refused because it can't be read: its percent-encoding is broken.</summary>
    public TLaunch Malformed() => Changed(SignedQuery.Break);

    /// <summary>Changed after signing, in any way: another spelling, such as base64, or another text altogether.</summary>
    /// <param name="change">Makes the token of what was signed and of the changes before.</param>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is <see langword="null"/>.</exception>
    public TLaunch Changed(Func<string, string> change)
    {
        ArgumentNullException.ThrowIfNull(change);

        return With(launch => launch._changes = _changes.Add(change));
    }

    /// <summary>The token that a page of the launch would send to this host.</summary>
    internal string Sign(IServiceProvider services, string scheme)
    {
        ArgumentNullException.ThrowIfNull(services);

        return Sign(TestedScheme.FindOptions<TOptions>(services, scheme));
    }

    /// <summary>The token behind the auth-scheme that the scheme's pages put before it.</summary>
    internal AuthenticationHeaderValue CreateHeader(IServiceProvider services, string scheme)
    {
        ArgumentNullException.ThrowIfNull(services);

        var options = TestedScheme.FindOptions<TOptions>(services, scheme);
        return new AuthenticationHeaderValue(options.AuthSchemes[0], Sign(options));
    }

    /// <summary>The launch as the platform would sign it at the clock's time.</summary>
    private protected abstract string Sign(TOptions options, TimeProvider clock);

    private protected TLaunch With(Action<TLaunch> change)
    {
        var launch = (TLaunch)MemberwiseClone();
        change(launch);
        return launch;
    }

    private static long Seconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerSecond;

    private string Sign(TOptions options)
    {
        var now = (options.TimeProvider ?? TimeProvider.System).GetUtcNow().ToUnixTimeSeconds();
        var date = now - _ageInSeconds(options);

        if (date < 0 || date > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            throw new InvalidOperationException(
                $"No launch has the date that this one would need: the scheme's Lifetime is {options.Lifetime}, and its ClockSkew {options.ClockSkew}.");
        }

        var signed = Sign(options, new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(date)));
        return _changes.Aggregate(signed, (token, change) => change(token));
    }

    private TLaunch Dated(Func<TOptions, long> ageInSeconds) => _isDatedByTheTest
        ? throw new InvalidOperationException("The launch names its time itself, so it can't be dated by the scheme's clock.")
        : With(launch => launch._ageInSeconds = ageInSeconds);
}
