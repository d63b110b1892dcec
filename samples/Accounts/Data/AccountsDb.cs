using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using MiniApp;

namespace Accounts.Data;

/// <summary>The tables. The key of a link is its subject, so that no two accounts can have it, whoever asks at the same time.</summary>
internal sealed class AccountsDb(DbContextOptions<AccountsDb> options) : DbContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Link> Links => Set<Link>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<LinkCode> LinkCodes => Set<LinkCode>();

    /// <summary>
    /// Begins a change that reads before it writes. SQLite lets one such change in at a time; another database may abort it instead, and then it
    /// has to be repeated.
    /// </summary>
    public Task<IDbContextTransaction> BeginAsync(CancellationToken cancellationToken) =>
        Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<MiniAppSubject>().HaveConversion<SubjectText>().HaveMaxLength(56);
        conventions.Properties<DateTimeOffset>().HaveConversion<UnixSeconds>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Link>().HasKey(link => link.Subject);
        model.Entity<LinkCode>().HasKey(code => code.Hash);
        model.Entity<LinkCode>().HasIndex(code => code.AccountId);
        model.Entity<LinkCode>().HasOne<Account>().WithMany().HasForeignKey(code => code.AccountId);
    }

    private sealed class SubjectText() : ValueConverter<MiniAppSubject, string>(subject => subject.ToString(), text => Parse(text))
    {
        private static MiniAppSubject Parse(string text) => MiniAppSubject.TryParse(text, out var subject) ? subject : default;
    }

    private sealed class UnixSeconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeSeconds(), seconds => DateTimeOffset.FromUnixTimeSeconds(seconds));
}
