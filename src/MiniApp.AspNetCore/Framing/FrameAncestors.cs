namespace MiniApp.AspNetCore;

/// <summary>Who may frame the application's pages: itself, the platforms of its schemes, and whom it names.</summary>
/// <param name="schemes">The schemes.</param>
/// <param name="others">Further origins.</param>
internal sealed class FrameAncestors(LaunchSchemeList schemes, IReadOnlyList<string> others)
{
    // The directive, and the options that it was made of. Settings change while the host runs, and then the options are others.
    private Tuple<MiniAppOptions[], string>? _known;

    /// <summary>The directive of <c>Content-Security-Policy</c>, by the settings that are in force now.</summary>
    public string FindDirective()
    {
        var all = schemes.FindAll();
        var known = _known;
        if (known is null || !IsMadeOf(known.Item1, all))
        {
            MiniAppOptions[] options = [.. all.Select(scheme => scheme.Options)];
            _known = known = new(options, Write(options));
        }

        return known.Item2;
    }

    private static bool IsMadeOf(MiniAppOptions[] options, LaunchScheme[] schemes)
    {
        if (options.Length != schemes.Length)
        {
            return false;
        }

        for (var index = 0; index < options.Length; index++)
        {
            if (!ReferenceEquals(options[index], schemes[index].Options))
            {
                return false;
            }
        }

        return true;
    }

    private string Write(MiniAppOptions[] options) => "frame-ancestors " + string.Join(
        ' ', options.SelectMany(scheme => scheme.FrameAncestors).Concat(others).Prepend("'self'").Distinct(StringComparer.OrdinalIgnoreCase));
}
