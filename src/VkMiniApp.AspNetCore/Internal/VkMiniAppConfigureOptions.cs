using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace VkMiniApp.AspNetCore;

/// <summary>
/// Reads <c>Authentication:Schemes:{scheme}</c>, as the framework's own schemes do. By hand, because the configuration binder's
/// messages quote the value that it can't convert, and one of these is a secret.
/// </summary>
internal sealed class VkMiniAppConfigureOptions(IAuthenticationConfigurationProvider provider) : IConfigureNamedOptions<VkMiniAppOptions>
{
    private delegate bool Parser<T>(string text, out T value);

    public void Configure(VkMiniAppOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, VkMiniAppOptions options)
    {
        if (string.IsNullOrEmpty(name))
        {
            return;
        }

        var section = new Section(name, provider.GetSchemeConfiguration(name));

        options.AppId = section.Read<long>(nameof(options.AppId), TryParseInteger) ?? options.AppId;
        options.AppSecret = section.Read(nameof(options.AppSecret)) ?? options.AppSecret;
        options.Lifetime = section.Read<TimeSpan>(nameof(options.Lifetime), TryParseTime) ?? options.Lifetime;
        options.ClockSkew = section.Read<TimeSpan>(nameof(options.ClockSkew), TryParseTime) ?? options.ClockSkew;
        options.MaxTokenLength = section.Read<int>(nameof(options.MaxTokenLength), TryParseInteger) ?? options.MaxTokenLength;
        options.MaxParameters = section.Read<int>(nameof(options.MaxParameters), TryParseInteger) ?? options.MaxParameters;
        options.AllowOdnoklassniki = section.Read<bool>(nameof(options.AllowOdnoklassniki), bool.TryParse) ?? options.AllowOdnoklassniki;
        options.IncludeErrorDetails = section.Read<bool>(nameof(options.IncludeErrorDetails), bool.TryParse) ?? options.IncludeErrorDetails;
    }

    private static bool TryParseInteger<T>(string text, out T value)
        where T : struct, ISpanParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out value);

    // The general parsers take "3600" for so many days and "24:00:00" for 24 of them: a key that was good for an hour would be good for
    // ten years, and nobody would see it.
    private static bool TryParseTime(string text, out TimeSpan value) =>
        TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value) && text.Contains(':', StringComparison.Ordinal);

    private sealed class Section(string scheme, IConfiguration configuration)
    {
        public string? Read(string setting) => configuration[setting];

        public T? Read<T>(string setting, Parser<T> parser)
            where T : struct
        {
            if (Read(setting) is not { } text)
            {
                return null;
            }

            return parser(text, out var value)
                ? value
                : throw new OptionsValidationException(
                    scheme,
                    typeof(VkMiniAppOptions),
                    [VkMiniAppValidateOptions.Message(scheme, $"{setting} is not a valid {typeof(T).Name}.")]);
        }
    }
}
