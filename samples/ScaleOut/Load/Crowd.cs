namespace ScaleOut.Load;

/// <summary>All users at once.</summary>
internal static class Crowd
{
    private const long FirstReader = 1000;
    private const long FirstVisitor = 1_000_000;
    private const long FirstExchanger = 1_000_000_000;

    /// <summary>Sets them going.</summary>
    /// <returns>Their end, when each has finished its visit.</returns>
    public static Task Start(Client client, Signers signers, RehearsalOptions options, CancellationToken stop) => Task.WhenAll(
    [
        .. Enumerable.Range(0, options.Readers).Select(index => new Reader(client, signers, FirstReader + index).RunAsync(stop)),
        .. Enumerable.Range(0, options.Visitors).Select(
            index => new Visitor(client, signers, FirstVisitor + index, options.Visitors).RunAsync(stop)),
        .. Enumerable.Range(0, options.Exchangers).Select(
            index => new Exchanger(client, signers, FirstExchanger + index, options.Exchangers).RunAsync(stop)),
    ]);
}
