namespace VkMiniApp.Benchmarks;

/// <summary>What is measured of the init data of Telegram and MAX.</summary>
internal static class InitDataTables
{
    private const string Aim = "≤ 1.1, 0 B";

    public static Table Telegram()
    {
        var telegram = new TelegramBenchmarks();
        var hmac = Row.Of("`HMACSHA256.HashData` over the check string, nothing else", telegram.OneHmac);
        var verify = Row.Of("`TelegramInitDataVerifier.Verify`, the typed fields read", telegram.VerifyAndRead, hmac, "≤ 1.5, 1.8 KB");
        var launchId = Row.Of("`LaunchId` of init data that was verified", telegram.LaunchId, hmac, "0 B");

        return new(
            "Telegram's `hash`, against one HMAC over the same bytes",
            [
                hmac,
                Row.Of("`TelegramInitDataVerifier.Check`", telegram.Check, hmac, Aim),
                verify,
                launchId,
            ],
            Figure.Ratio("`LaunchId` / `Verify`", launchId, verify, "≤ 0.3"));
    }

    public static Table Max()
    {
        var max = new MaxBenchmarks();
        var hmac = Row.Of("`HMACSHA256.HashData` over the check string, nothing else", max.OneHmac);
        var verify = Row.Of("`MaxInitDataVerifier.Verify`, the typed fields read", max.VerifyAndRead, hmac, "≤ 1.7, 1.9 KB");
        var launchId = Row.Of("`LaunchId` of init data that was verified", max.LaunchId, hmac, "0 B");

        return new(
            "MAX's `hash`, against one HMAC over the same bytes",
            [
                hmac,
                Row.Of("`MaxInitDataVerifier.Check`", max.Check, hmac, Aim),
                verify,
                launchId,
            ],
            Figure.Ratio("`LaunchId` / `Verify`", launchId, verify, "≤ 0.3"));
    }

    public static Table Ed25519()
    {
        var ed25519 = new Ed25519Benchmarks();
        var openSsl = Row.Of("OpenSSL's Ed25519, its key read beforehand", ed25519.OpenSsl);

        return new(
            "Telegram's `signature`, against OpenSSL's Ed25519 over the same bytes",
            [
                openSsl,
                Row.Of("`Ed25519Verifier.Verify` of MiniApp.Ed25519", ed25519.Ours, openSsl, "≤ 1.0, 0 B"),
                Row.Of("the same, a key that it does not know", ed25519.UnknownKey, openSsl),
                Row.Of("`TelegramInitDataVerifier.Check`", ed25519.Check, openSsl, "≤ 1.0, 0 B"),
            ]);
    }
}
