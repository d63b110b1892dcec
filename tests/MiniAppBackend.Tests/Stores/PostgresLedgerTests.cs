using MiniApp.AspNetCore;
using Npgsql;

namespace MiniAppBackend.Tests;

/// <summary>The ledger of docs/postgresql.md on a real server.</summary>
public sealed class PostgresLedgerTests : IAsyncLifetime
{
    private PostgresServer _server = null!;
    private NpgsqlDataSource _database = null!;

    private PostgresLedger Ledger => new(_database, TimeSpan.FromMinutes(1));

    public async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.StartAsync();
        _database = NpgsqlDataSource.Create(_server.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Of_many_claims_at_once_exactly_one_comes_first_and_all_find_its_mark()
    {
        var key = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(1, 50).Select(mark => Task.Run(() => Ledger.ClaimAsync(Claim(key, mark)).AsTask())));

        var first = Assert.Single(answers, answer => answer.Outcome == LedgerOutcome.First);
        Assert.All(answers, answer => Assert.Equal(first.FirstMark, answer.FirstMark));
    }

    [Fact]
    public async Task Claim_made_before_is_found_with_its_mark_and_the_memorys_beginning()
    {
        var key = Guid.NewGuid();

        var first = await Ledger.ClaimAsync(Claim(key, mark: 7));
        var again = await Ledger.ClaimAsync(Claim(key, mark: 8));

        Assert.Equal((LedgerOutcome.First, 7L), (first.Outcome, first.FirstMark));
        Assert.Equal((LedgerOutcome.Again, 7L), (again.Outcome, again.FirstMark));
        Assert.Equal(first.RemembersSince, again.RemembersSince);
        Assert.InRange(TimeProvider.System.GetUtcNow() - first.RemembersSince, TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Server_that_is_away_is_unavailable_and_no_exception()
    {
        _server.Stop();

        Assert.Equal(LedgerAnswer.Unavailable, await Ledger.ClaimAsync(Claim(Guid.NewGuid(), mark: 1)));
    }

    [Fact]
    public async Task Server_that_hangs_is_unavailable_however_long_the_client_would_wait_for_it()
    {
        const string patience = ";Timeout=0;Command Timeout=0;Cancellation Timeout=0";
        await using var database = NpgsqlDataSource.Create(_server.ConnectionString + patience);
        var ledger = new PostgresLedger(database, TimeSpan.FromSeconds(1));
        await new PostgresLedger(database, TimeSpan.FromMinutes(1)).ClaimAsync(Claim(Guid.NewGuid(), mark: 1));

        _server.Hang();
        try
        {
            var answer = ledger.ClaimAsync(Claim(Guid.NewGuid(), mark: 1)).AsTask();
            Assert.Equal(LedgerAnswer.Unavailable, await answer.WaitAsync(TimeSpan.FromSeconds(30)));
        }
        finally
        {
            _server.GoOn();
        }
    }

    [Fact]
    public void Page_quotes_the_ledger()
    {
        var source = File.ReadAllText(Path.Combine(TestSupport.Repository.Root, "tests/MiniAppBackend.Tests/Stores/PostgresLedger.cs"));
        var quoted = CodeBlock.All.Single(block => block.Page == "docs/postgresql.md" && block.Text.Contains("class PostgresLedger", StringComparison.Ordinal)).Text;

        Assert.Contains(quoted[quoted.IndexOf("public sealed class", StringComparison.Ordinal)..].TrimEnd(), source, StringComparison.Ordinal);
    }

    private static LedgerClaim Claim(Guid key, long mark) => new(key, mark, TimeProvider.System.GetUtcNow().AddHours(1));
}
