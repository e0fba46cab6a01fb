// What `gpu-guest verify --work` compiles with the toolkit of the guest and runs on one GPU: three copies and a matrix product.
// Prints one JSON object a line; all numbers that it multiplies are small integers, so that single precision is exact in any order
// of summation, and "same" means equal to the CPU's result to the last bit.
//
//   proof 0000:00:05.0     the GPU at that PCI address; "-": the first one that CUDA shows
//
// Exit code: 0 all results are the CPU's; 1 one is not; 2 CUDA refused.
#include <cuda_runtime.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const size_t MIB = 1024 * 1024;
static const size_t DEVICE_MIB = 256;
static const size_t HOST_MIB = 64;
static const double LONG_ENOUGH_MS = 250.0;
static const int MOST_TIMES = 400;
static const int SIZE = 2048;

// A GPU's name is the only text from elsewhere; what could end a JSON string is left out of it.
static void print_text(const char *text) {
  putchar('"');
  for (; *text; text++) putchar(*text >= 32 && *text < 127 && *text != '"' && *text != '\\' ? *text : '?');
  putchar('"');
}

static int refuse(const char *at, cudaError_t error) {
  printf("{\"part\":\"error\",\"at\":\"%s\",\"code\":%d,\"name\":", at, (int)error);
  print_text(cudaGetErrorName(error));
  printf(",\"text\":");
  print_text(cudaGetErrorString(error));
  printf("}\n");
  fflush(stdout);
  exit(2);
}

#define TRY(at, call)                          \
  do {                                         \
    cudaError_t error_ = (call);               \
    if (error_ != cudaSuccess) refuse(at, error_); \
  } while (0)

static int attribute(cudaDeviceAttr which, int device) {
  int value = 0;
  if (cudaDeviceGetAttribute(&value, which, device) == cudaSuccess) return value;
  cudaGetLastError();
  return 0;
}

static uint32_t mixed(uint32_t x) {
  x ^= x >> 16;
  x *= 0x7feb352du;
  x ^= x >> 15;
  x *= 0x846ca68bu;
  x ^= x >> 16;
  return x;
}

static int chosen_device(const char *address) {
  int device = 0, count = 0;
  TRY("cudaGetDeviceCount", cudaGetDeviceCount(&count));
  if (strcmp(address, "-") != 0) TRY("cudaDeviceGetByPCIBusId", cudaDeviceGetByPCIBusId(&device, address));
  TRY("cudaSetDevice", cudaSetDevice(device));
  TRY("cudaFree", cudaFree(0));
  return device;
}

static size_t describe(int device) {
  static cudaDeviceProp properties;
  char address[32] = "";
  size_t free_bytes = 0, total_bytes = 0;
  int driver = 0, runtime = 0;
  TRY("cudaGetDeviceProperties", cudaGetDeviceProperties(&properties, device));
  TRY("cudaDeviceGetPCIBusId", cudaDeviceGetPCIBusId(address, (int)sizeof address, device));
  TRY("cudaMemGetInfo", cudaMemGetInfo(&free_bytes, &total_bytes));
  TRY("cudaDriverGetVersion", cudaDriverGetVersion(&driver));
  TRY("cudaRuntimeGetVersion", cudaRuntimeGetVersion(&runtime));
  printf("{\"part\":\"device\",\"name\":");
  print_text(properties.name);
  printf(",\"address\":");
  print_text(address);
  // Attributes, not fields of the structure: clockRate and memoryClockRate left it with CUDA 13.
  printf(",\"major\":%d,\"minor\":%d,\"multiprocessors\":%d,\"clockKHz\":%d,\"memoryClockKHz\":%d,\"busBits\":%d",
         attribute(cudaDevAttrComputeCapabilityMajor, device), attribute(cudaDevAttrComputeCapabilityMinor, device),
         attribute(cudaDevAttrMultiProcessorCount, device), attribute(cudaDevAttrClockRate, device),
         attribute(cudaDevAttrMemoryClockRate, device), attribute(cudaDevAttrGlobalMemoryBusWidth, device));
  printf(",\"totalBytes\":%llu,\"freeBytes\":%llu,\"driver\":%d,\"runtime\":%d}\n", (unsigned long long)total_bytes,
         (unsigned long long)free_bytes, driver, runtime);
  fflush(stdout);
  return free_bytes;
}

// How often to repeat what took so long once.
static int times_for(double once_ms) {
  double times = once_ms > 0.0 ? LONG_ENOUGH_MS / once_ms : (double)MOST_TIMES;
  if (times < 1.0) return 1;
  return times > (double)MOST_TIMES ? MOST_TIMES : (int)times;
}

struct Watch {
  cudaEvent_t from, to;
};

static void start(Watch *watch) { TRY("cudaEventRecord", cudaEventRecord(watch->from, 0)); }

static double stop(Watch *watch) {
  float ms = 0.0f;
  TRY("cudaEventRecord", cudaEventRecord(watch->to, 0));
  TRY("cudaEventSynchronize", cudaEventSynchronize(watch->to));
  TRY("cudaEventElapsedTime", cudaEventElapsedTime(&ms, watch->from, watch->to));
  return (double)ms;
}

static double copy_ms(Watch *watch, void *to, const void *from, size_t bytes, cudaMemcpyKind kind, int times) {
  start(watch);
  for (int i = 0; i < times; i++) TRY("cudaMemcpy", cudaMemcpyAsync(to, from, bytes, kind, 0));
  return stop(watch);
}

static void measure_copy(Watch *watch, const char *part, void *to, const void *from, size_t bytes, cudaMemcpyKind kind, bool pinned, bool same) {
  copy_ms(watch, to, from, bytes, kind, 1);
  int times = times_for(copy_ms(watch, to, from, bytes, kind, 1));
  double ms = copy_ms(watch, to, from, bytes, kind, times);
  printf("{\"part\":\"%s\",\"bytes\":%llu,\"times\":%d,\"seconds\":%.9f,\"pinned\":%s,\"same\":%s}\n", part,
         (unsigned long long)bytes, times, ms / 1000.0, pinned ? "true" : "false", same ? "true" : "false");
  fflush(stdout);
}

static void fill(uint32_t *words, size_t count, uint32_t seed) {
  for (size_t i = 0; i < count; i++) words[i] = mixed(seed + (uint32_t)i);
}

// To the device, within it, and back; every byte is compared.
static bool travels(char *first, char *second, size_t bytes, uint32_t *out, uint32_t *in, size_t chunk) {
  for (size_t at = 0; at < bytes; at += chunk) {
    fill(out, chunk / 4, (uint32_t)(at / 4));
    TRY("cudaMemcpy", cudaMemcpy(first + at, out, chunk, cudaMemcpyHostToDevice));
  }
  TRY("cudaMemset", cudaMemset(second, 0, bytes));
  TRY("cudaMemcpy", cudaMemcpy(second, first, bytes, cudaMemcpyDeviceToDevice));
  bool same = true;
  for (size_t at = 0; at < bytes; at += chunk) {
    fill(out, chunk / 4, (uint32_t)(at / 4));
    memset(in, 0, chunk);
    TRY("cudaMemcpy", cudaMemcpy(in, second + at, chunk, cudaMemcpyDeviceToHost));
    if (memcmp(in, out, chunk) != 0) same = false;
  }
  return same;
}

static uint32_t *host_memory(size_t bytes, bool *pinned) {
  void *memory = 0;
  *pinned = cudaMallocHost(&memory, bytes) == cudaSuccess;
  if (*pinned) return (uint32_t *)memory;
  // Not what was asked for by a later call.
  cudaGetLastError();
  memory = malloc(bytes);
  if (memory == 0) refuse("malloc", cudaErrorMemoryAllocation);
  return (uint32_t *)memory;
}

static void release_host(uint32_t *memory, bool pinned) {
  if (pinned) TRY("cudaFreeHost", cudaFreeHost(memory));
  else free(memory);
}

static bool copies(Watch *watch, size_t free_bytes) {
  size_t device_mib = free_bytes / 8 / MIB;
  if (device_mib > DEVICE_MIB) device_mib = DEVICE_MIB;
  if (device_mib == 0) refuse("cudaMemGetInfo", cudaErrorMemoryAllocation);
  size_t host_mib = device_mib < HOST_MIB ? device_mib : HOST_MIB;
  device_mib -= device_mib % host_mib;
  size_t bytes = device_mib * MIB, chunk = host_mib * MIB;
  char *first = 0, *second = 0;
  bool pinned_out = false, pinned_in = false;
  TRY("cudaMalloc", cudaMalloc((void **)&first, bytes));
  TRY("cudaMalloc", cudaMalloc((void **)&second, bytes));
  uint32_t *out = host_memory(chunk, &pinned_out), *in = host_memory(chunk, &pinned_in);
  bool same = travels(first, second, bytes, out, in, chunk);
  measure_copy(watch, "device-copy", second, first, bytes, cudaMemcpyDeviceToDevice, false, same);
  measure_copy(watch, "to-device", first, out, chunk, cudaMemcpyHostToDevice, pinned_out, same);
  measure_copy(watch, "to-host", in, second, chunk, cudaMemcpyDeviceToHost, pinned_in, same);
  release_host(out, pinned_out);
  release_host(in, pinned_in);
  TRY("cudaFree", cudaFree(first));
  TRY("cudaFree", cudaFree(second));
  return same;
}

#define EDGE 64
#define DEPTH 16
#define THREADS 256

// c = a b. Each block makes 64 x 64 elements, each of its threads 4 x 4 of them; n is a multiple of 64.
__global__ void multiply(const float *a, const float *b, float *c, int n) {
  __shared__ float rows[DEPTH][EDGE];
  __shared__ float columns[DEPTH][EDGE];
  const int x = (threadIdx.x % 16) * 4, y = (threadIdx.x / 16) * 4;
  const size_t row = (size_t)blockIdx.y * EDGE, column = (size_t)blockIdx.x * EDGE;
  float sum[4][4];
#pragma unroll
  for (int i = 0; i < 4; i++)
#pragma unroll
    for (int j = 0; j < 4; j++) sum[i][j] = 0.0f;
  for (int depth = 0; depth < n; depth += DEPTH) {
    for (int i = threadIdx.x; i < EDGE * DEPTH; i += THREADS) {
      rows[i % DEPTH][i / DEPTH] = a[(row + i / DEPTH) * n + depth + i % DEPTH];
      columns[i / EDGE][i % EDGE] = b[(size_t)(depth + i / EDGE) * n + column + i % EDGE];
    }
    __syncthreads();
#pragma unroll
    for (int k = 0; k < DEPTH; k++) {
#pragma unroll
      for (int i = 0; i < 4; i++)
#pragma unroll
        for (int j = 0; j < 4; j++) sum[i][j] += rows[k][y + i] * columns[k][x + j];
    }
    __syncthreads();
  }
#pragma unroll
  for (int i = 0; i < 4; i++)
#pragma unroll
    for (int j = 0; j < 4; j++) c[(row + y + i) * n + column + x + j] = sum[i][j];
}

static double multiply_ms(Watch *watch, const float *a, const float *b, float *c, int times) {
  dim3 blocks(SIZE / EDGE, SIZE / EDGE);
  start(watch);
  for (int i = 0; i < times; i++) multiply<<<blocks, THREADS>>>(a, b, c, SIZE);
  TRY("multiply", cudaGetLastError());
  return stop(watch);
}

// Rows 0, 293, 586, ... are multiplied out; of all the others, and them again, a (b v) = c v for a vector v of random integers.
static bool is_product(const float *a, const float *b, const float *c) {
  const size_t n = SIZE;
  for (size_t i = 0; i < n * n; i++)
    if (!(fabsf(c[i]) <= 16777216.0f) || c[i] != (float)(int)c[i]) return false;
  int *line = (int *)malloc(n * sizeof(int));
  long long *bv = (long long *)malloc(n * sizeof(long long));
  if (line == 0 || bv == 0) refuse("malloc", cudaErrorMemoryAllocation);
  bool same = true;
  for (size_t row = 0; same && row < n; row += 293) {
    memset(line, 0, n * sizeof(int));
    for (size_t k = 0; k < n; k++)
      for (size_t j = 0; j < n; j++) line[j] += (int)a[row * n + k] * (int)b[k * n + j];
    for (size_t j = 0; j < n; j++)
      if ((float)line[j] != c[row * n + j]) same = false;
  }
  for (size_t k = 0; k < n; k++) {
    bv[k] = 0;
    for (size_t j = 0; j < n; j++) bv[k] += (long long)b[k * n + j] * (1 + (long long)(mixed((uint32_t)j + 77u) % 8191u));
  }
  for (size_t i = 0; same && i < n; i++) {
    long long left = 0, right = 0;
    for (size_t k = 0; k < n; k++) {
      left += (long long)a[i * n + k] * bv[k];
      right += (long long)c[i * n + k] * (1 + (long long)(mixed((uint32_t)k + 77u) % 8191u));
    }
    if (left != right) same = false;
  }
  free(line);
  free(bv);
  return same;
}

static bool product(Watch *watch) {
  const size_t count = (size_t)SIZE * SIZE, bytes = count * sizeof(float);
  float *host = (float *)malloc(3 * bytes);
  if (host == 0) refuse("malloc", cudaErrorMemoryAllocation);
  // Between -3 and 3: sums of 2048 products stay far below 2^24, up to which single precision has every integer.
  for (size_t i = 0; i < 2 * count; i++) host[i] = (float)((int)(mixed((uint32_t)i + 1u) % 7u) - 3);
  float *a = 0, *b = 0, *c = 0;
  TRY("cudaMalloc", cudaMalloc((void **)&a, bytes));
  TRY("cudaMalloc", cudaMalloc((void **)&b, bytes));
  TRY("cudaMalloc", cudaMalloc((void **)&c, bytes));
  TRY("cudaMemcpy", cudaMemcpy(a, host, bytes, cudaMemcpyHostToDevice));
  TRY("cudaMemcpy", cudaMemcpy(b, host + count, bytes, cudaMemcpyHostToDevice));
  TRY("cudaMemset", cudaMemset(c, 255, bytes));
  multiply_ms(watch, a, b, c, 1);
  int times = times_for(multiply_ms(watch, a, b, c, 1));
  double ms = multiply_ms(watch, a, b, c, times);
  TRY("cudaMemcpy", cudaMemcpy(host + 2 * count, c, bytes, cudaMemcpyDeviceToHost));
  bool same = is_product(host, host + count, host + 2 * count);
  printf("{\"part\":\"product\",\"size\":%d,\"times\":%d,\"seconds\":%.9f,\"same\":%s}\n", SIZE, times, ms / 1000.0,
         same ? "true" : "false");
  fflush(stdout);
  TRY("cudaFree", cudaFree(a));
  TRY("cudaFree", cudaFree(b));
  TRY("cudaFree", cudaFree(c));
  free(host);
  return same;
}

int main(int count, char **words) {
  int device = chosen_device(count > 1 ? words[1] : "-");
  size_t free_bytes = describe(device);
  Watch watch;
  TRY("cudaEventCreate", cudaEventCreate(&watch.from));
  TRY("cudaEventCreate", cudaEventCreate(&watch.to));
  bool travelled = copies(&watch, free_bytes);
  bool multiplied = product(&watch);
  printf("{\"part\":\"end\"}\n");
  return travelled && multiplied ? 0 : 1;
}
