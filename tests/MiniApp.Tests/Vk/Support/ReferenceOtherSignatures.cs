using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace VkMiniApp.Tests;

/// <summary>
/// VK's other rules of signing, written a second time for reading and without a line of the library, so that the library isn't tested
/// against itself.
/// </summary>
internal static class ReferenceOtherSignatures
{
    /// <summary>What <c>VKWebAppCreateHash</c> gives; without a request, it may leave the parameter out.</summary>
    public static string CreatedHash(string appId, string? requestId, string ts, string userId, string secret)
    {
        var request = requestId is null ? "" : $"request_id={ReferenceSignature.Rfc1738(requestId)}&";
        return ReferenceSignature.Sign($"app_id={appId}&{request}ts={ts}&user_id={userId}", secret);
    }

    /// <summary>What <c>VKWebAppGetPhoneNumber</c> and <c>VKWebAppGetEmail</c> give.</summary>
    public static string Contact(string appId, string secret, string userId, string field, string value) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(appId + secret + userId + field + value)))
            .Replace('+', '-').Replace('/', '_').TrimEnd('=');

    /// <summary>What a payment notification is signed with, but for the key.</summary>
    public static string JoinPayment(IEnumerable<KeyValuePair<string, string>> parameters) => string.Concat(parameters
        .OrderBy(parameter => Convert.ToHexString(Encoding.UTF8.GetBytes(parameter.Key)), StringComparer.Ordinal)
        .Select(parameter => $"{parameter.Key}={parameter.Value}"));

    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "VK signs so.")]
    public static string Payment(IEnumerable<KeyValuePair<string, string>> parameters, string secret) =>
        Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(JoinPayment(parameters) + secret)));

    /// <summary>The body of a payment notification.</summary>
    public static string PaymentBody(IReadOnlyCollection<KeyValuePair<string, string>> parameters, string secret) =>
        Form(parameters.Append(KeyValuePair.Create("sig", Payment(parameters, secret))));

    /// <summary>A body of any parameters.</summary>
    public static string Form(IEnumerable<KeyValuePair<string, string>> parameters) => string.Join('&', parameters
        .Select(parameter => $"{ReferenceSignature.Rfc1738(parameter.Key)}={ReferenceSignature.Rfc1738(parameter.Value)}"));
}
