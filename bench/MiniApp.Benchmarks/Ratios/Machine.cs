using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace VkMiniApp.Benchmarks;

/// <summary>What figures are worth nothing without: the machine they are of.</summary>
internal static class Machine
{
    private const string ProcessorInformation = "/proc/cpuinfo";

    public static string Describe() => string.Join(
        ", ",
        Processor(),
        $"{Environment.ProcessorCount} cores",
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        OpenSsl());

    private static string Processor() =>
        File.Exists(ProcessorInformation)
        && Array.Find(File.ReadAllLines(ProcessorInformation), line => line.StartsWith("model name", StringComparison.Ordinal)) is { } model
            ? model[(model.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>OpenSSL 3 and later write their version as <c>0xMNN00PP0</c>.</summary>
    private static string OpenSsl()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "no OpenSSL";
        }

        var version = SafeEvpPKeyHandle.OpenSslVersion;
        return $"OpenSSL {version >> 28}.{version >> 20 & 0xff}.{version >> 4 & 0xff}";
    }
}
