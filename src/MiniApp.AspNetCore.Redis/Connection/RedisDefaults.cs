using StackExchange.Redis;
using StackExchange.Redis.Configuration;

namespace MiniApp.AspNetCore.Redis;

/// <summary>What a connection string leaves open. With the client's own defaults, every caller waits five seconds for a server that is gone.</summary>
internal sealed class RedisDefaults : DefaultOptionsProvider
{
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(2);

    public override bool AbortOnConnectFail => false;

    // INFO counts as a command of administrators. Nobody else has this connection.
    public override bool AllowAdmin => true;

    public override BacklogPolicy BacklogPolicy => BacklogPolicy.FailFast;

    // A failover is noticed by asking; the default asks once in a minute.
    public override TimeSpan ConfigCheckInterval => TimeSpan.FromSeconds(2);

    public override TimeSpan? ConnectTimeout => Handshake;

    public override TimeSpan SyncTimeout => Handshake;

    public override TimeSpan KeepAliveInterval => TimeSpan.FromSeconds(5);

    public override IReconnectRetryPolicy ReconnectRetryPolicy { get; } = new LinearRetry(500);

    // Keys in messages would be in logs.
    public override bool IncludeDetailInExceptions => false;

    // A service that wants TLS by its address, such as Azure's, gets it.
    public override bool GetDefaultSsl(EndPointCollection endPoints) => GetProvider(endPoints).GetDefaultSsl(endPoints);
}
