namespace GanDsl.Ilgpu.Testing;

/// <summary>
/// What kernels need of OpenCL C's built-in functions and types (OpenCL C 1.2, sections 6.1.1 and 6.12). A kernel that calls another one does not compile, and
/// says which: it is to be declared here.
/// </summary>
internal static class PoclDeclarations
{
    /// <summary>
    /// Flags by which the compiler takes its own declarations for read. ILGPU asks a device what it can by a program of its own, which is compiled and never
    /// run, and comes without ours: the two macros stand for what it uses.
    /// </summary>
    public const string InPlaceOfTheDriversOwn = "-D_OPENCL_H_ -Dsize_t=__SIZE_TYPE__ -Dget_global_id=sizeof";

    /// <summary>The declarations, to stand before a kernel; lines are counted from the kernel's first.</summary>
    public const string Text =
        """
        #undef size_t
        #undef get_global_id
        typedef unsigned char uchar;
        typedef unsigned short ushort;
        typedef unsigned int uint;
        typedef unsigned long ulong;
        typedef __SIZE_TYPE__ size_t;

        size_t __attribute__((overloadable, const)) get_global_id(uint);
        size_t __attribute__((overloadable, const)) get_global_size(uint);
        size_t __attribute__((overloadable, const)) get_group_id(uint);
        size_t __attribute__((overloadable, const)) get_num_groups(uint);
        size_t __attribute__((overloadable, const)) get_local_id(uint);
        size_t __attribute__((overloadable, const)) get_local_size(uint);

        float __attribute__((overloadable, const)) exp(float);
        float __attribute__((overloadable, const)) exp2(float);
        float __attribute__((overloadable, const)) log(float);
        float __attribute__((overloadable, const)) log2(float);
        float __attribute__((overloadable, const)) sqrt(float);
        float __attribute__((overloadable, const)) rsqrt(float);
        float __attribute__((overloadable, const)) sin(float);
        float __attribute__((overloadable, const)) cos(float);
        float __attribute__((overloadable, const)) tanh(float);
        float __attribute__((overloadable, const)) floor(float);
        float __attribute__((overloadable, const)) ceil(float);
        float __attribute__((overloadable, const)) fabs(float);
        float __attribute__((overloadable, const)) fmin(float, float);
        float __attribute__((overloadable, const)) fmax(float, float);
        float __attribute__((overloadable, const)) min(float, float);
        float __attribute__((overloadable, const)) max(float, float);
        float __attribute__((overloadable, const)) pow(float, float);
        float __attribute__((overloadable, const)) fma(float, float, float);
        float __attribute__((overloadable, const)) mad(float, float, float);
        int __attribute__((overloadable, const)) isnan(float);
        int __attribute__((overloadable, const)) isinf(float);

        int __attribute__((overloadable, const)) min(int, int);
        int __attribute__((overloadable, const)) max(int, int);
        long __attribute__((overloadable, const)) min(long, long);
        long __attribute__((overloadable, const)) max(long, long);
        uint __attribute__((overloadable, const)) abs(int);
        ulong __attribute__((overloadable, const)) abs(long);
        #line 1

        """;
}
