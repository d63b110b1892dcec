using MiniApp;

namespace MaxMiniApp;

/// <summary>Reads the JSON object of a user of MAX.</summary>
internal static class MaxUserReader
{
    /// <summary>Reads an object that is known to have an id.</summary>
    public static MaxUser Read(JsonMembers members)
    {
        var common = default(UserMembers);
        for (var index = 0; index < members.Count; index++)
        {
            var name = members.Name(index);
            if (!common.TryRead(name, members, index))
            {
                common.Add(name, members, index);
            }
        }

        return new(common);
    }
}
