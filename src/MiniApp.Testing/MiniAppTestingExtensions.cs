using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MiniApp.Testing;

/// <summary>What the tests of a mini app's back end need on every platform.</summary>
public static class MiniAppTestingExtensions
{
    /// <summary>
    /// A factory of the same application, whose services take the time from a clock that stands at the present second until the test moves
    /// it. Until then it agrees with what goes by the system's clock, such as a client's cookies.
    /// </summary>
    /// <typeparam name="TEntryPoint">A type of the application's assembly, such as its <c>Program</c>.</typeparam>
    /// <param name="factory">The application.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>A new factory. It is disposed of with the given one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="factory"/> is <see langword="null"/>.</exception>
    public static WebApplicationFactory<TEntryPoint> WithClock<TEntryPoint>(
        this WebApplicationFactory<TEntryPoint> factory, out FakeTimeProvider clock)
        where TEntryPoint : class
    {
        var presentSecond = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        clock = new FakeTimeProvider(presentSecond);

        return factory.WithClock(clock);
    }

    /// <summary>
    /// A factory of the same application, whose services take the time from this clock: the authentication schemes do, unless the
    /// application set their <see cref="Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions.TimeProvider"/> itself.
    /// </summary>
    /// <typeparam name="TEntryPoint">A type of the application's assembly, such as its <c>Program</c>.</typeparam>
    /// <param name="factory">The application.</param>
    /// <param name="clock">
    /// The clock: a <see cref="FakeTimeProvider"/>, which stands at the beginning of the year 2000 unless told otherwise, or any other.
    /// </param>
    /// <returns>A new factory. It is disposed of with the given one.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static WebApplicationFactory<TEntryPoint> WithClock<TEntryPoint>(
        this WebApplicationFactory<TEntryPoint> factory, TimeProvider clock)
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        ArgumentNullException.ThrowIfNull(clock);

        return factory.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton(clock)));
    }
}
