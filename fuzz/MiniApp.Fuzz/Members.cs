using System.Reflection;

namespace MiniApp.Fuzz;

/// <summary>All that can be asked of what was read. None of it may throw, whoever wrote it.</summary>
internal static class Members
{
    public static void Read<T>(T? read)
        where T : class
    {
        if (read is not null)
        {
            Array.ForEach(Of<T>.All, member => member.GetValue(read));
        }
    }

    private static class Of<T>
    {
        public static readonly PropertyInfo[] All = [.. typeof(T).GetProperties().Where(property => property.GetIndexParameters().Length == 0)];
    }
}
