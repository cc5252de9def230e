namespace Dialoogtafel.Web.Tests.Architecture.Samples;

/// <summary>
/// Uses each of the types below once, each in a way of its own: what must not escape the reader of the compiled site.
/// </summary>
[As]
internal static class Uses
{
    public static int Body() => InBody.Of();

    public static Type Type() => typeof(AsType);

    public static Func<int> Lambda() => () => InLambda.Of();

    public static Func<Task<int>> AsyncLambda() =>
        async () =>
        {
            await Task.Yield();
            return InAsyncLambda.Of();
        };

    public static async Task<int> Async()
    {
        await Task.Yield();
        return InAsync.Of();
    }

    public static IEnumerable<int> Iterator()
    {
        yield return InIterator.Of();
    }

    public static string? Parameter(AsParameter? value) => value?.ToString();

    public static List<AsArgument> Argument() => [];
}

[AttributeUsage(AttributeTargets.Class)]
internal sealed class AsAttribute : Attribute;

internal static class InBody
{
    public static int Of() => 1;
}

internal static class InLambda
{
    public static int Of() => 1;
}

internal static class InAsyncLambda
{
    public static int Of() => 1;
}

internal static class InAsync
{
    public static int Of() => 1;
}

internal static class InIterator
{
    public static int Of() => 1;
}

internal sealed class AsType;

internal sealed class AsParameter;

internal sealed class AsArgument;
